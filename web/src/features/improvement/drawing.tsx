import './drawing.css';

/** A picture that the server drew, the same on screens and on paper; on a narrow screen it is wider than the page and scrolls. */
export const Drawing = ({ svg, name }: { svg: string; name: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too
  <section className="drawing" aria-label={name} tabIndex={0}>
    <img alt={name} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />
  </section>
);
