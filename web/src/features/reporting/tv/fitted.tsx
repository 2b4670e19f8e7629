import { useLayoutEffect, useRef, useState } from 'react';

/** A name in one line, or, when it is too long for that, in two (class `small`): a line's name is not cut while it can be read. */
export function Fitted({ as: Tag, text }: { as: 'h1' | 'h2' | 'h3'; text: string }) {
  const element = useRef<HTMLHeadingElement>(null);
  const [small, setSmall] = useState(false);
  useLayoutEffect(() => {
    const heading = element.current;
    if (!heading) return;
    const measure = () => {
      heading.classList.remove('small');
      const tooWide = heading.scrollWidth > heading.clientWidth;
      heading.classList.toggle('small', tooWide);
      setSmall(tooWide);
    };
    measure();
    // Neighbours take and leave room, and the first measure may have met another font.
    const observer = new ResizeObserver(measure);
    observer.observe(heading);
    void document.fonts.load(getComputedStyle(heading).font, text).then(measure);
    return () => observer.disconnect();
  }, [text]);
  return (
    <Tag ref={element} className={small ? 'small' : ''}>
      {text}
    </Tag>
  );
}
