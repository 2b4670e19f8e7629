import { newClientId } from './client';
import { jsonOf, send } from './http';
import { ApiProblem } from './problem';

/** Wide enough to read a label on, small enough for the edge of the Wi-Fi. */
const mostPixels = 1600;

/** Keeps a photograph of a plant and answers its id: made small first, and without what a camera writes into it. */
export async function keepPhoto(plantId: string, photo: File): Promise<string> {
  const form = new FormData();
  form.append('file', await small(photo), photo.name);
  const response = await send(`/attachments?plantId=${plantId}&clientId=${newClientId()}`, {
    method: 'POST',
    body: form,
  });
  const answer = (await jsonOf(response)) as { id?: string; code?: string; message?: string } | undefined;
  if (response.status === 401) throw new ApiProblem({ kind: 'signedOut' });
  if (answer?.id) return answer.id;
  const { code, message } = answer ?? {};
  throw new ApiProblem(
    code && message
      ? { kind: 'refused', code, message, error: { code, message } }
      : { kind: 'broken', status: response.status, message: '' },
  );
}

/** What the browser cannot read goes as it is: the server says what it is. */
async function small(photo: File): Promise<Blob> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return photo;
  const scale = Math.min(1, mostPixels / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? photo), 'image/jpeg', 0.82));
}
