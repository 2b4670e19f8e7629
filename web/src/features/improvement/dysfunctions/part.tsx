import type { ReactNode } from 'react';

type PartProps = { title: string; end?: ReactNode; className?: string; id?: string; children: ReactNode };

export const Part = ({ title, end, className = '', id, children }: PartProps) => (
  <section id={id} className={`panel part ${className}`}>
    <header>
      <h2>{title}</h2>
      {end}
    </header>
    {children}
  </section>
);
