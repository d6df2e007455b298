import type { ReactNode } from 'react';
import { Card } from '../../design/card';
import { sectionId } from '../page/target';

interface SectionProps {
  /** Name by which links find it. */
  name: string;
  title: string;
  children: ReactNode;
}

/** Section of the page that a link or a button can lead to. */
export function Section({ name, title, children }: SectionProps) {
  return (
    <div id={sectionId(name)} className="place">
      <Card title={title}>{children}</Card>
    </div>
  );
}
