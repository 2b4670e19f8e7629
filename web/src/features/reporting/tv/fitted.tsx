import { useLayoutEffect, useRef, useState } from 'react';

/** A name in one line, or, when it is too long for that, smaller in two: names of lines are never cut while they can be read. */
export function Fitted({ as: Tag, text }: { as: 'h1' | 'h2'; text: string }) {
  const element = useRef<HTMLHeadingElement>(null);
  const [small, setSmall] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is measured anew
  useLayoutEffect(() => {
    const heading = element.current;
    if (!heading) return;
    heading.classList.remove('small');
    const tooWide = heading.scrollWidth > heading.clientWidth;
    heading.classList.toggle('small', tooWide);
    setSmall(tooWide);
  }, [text]);
  return (
    <Tag ref={element} className={small ? 'small' : ''}>
      {text}
    </Tag>
  );
}
