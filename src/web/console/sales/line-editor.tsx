import { useState } from 'react';
import { Button } from '../../design/button';
import { Field } from '../../design/field';
import { words } from '../words';

export interface Line {
  id: string;
  description: string;
  quantity: number;
  unitPriceCents: number;
}

const emptyLine = (): Line => ({
  id: crypto.randomUUID(),
  description: '',
  quantity: 1,
  unitPriceCents: 0,
});

/** The lines of a quote as they are being written. */
export function useLines(start: Line[] = []) {
  const [lines, setLines] = useState(start.length > 0 ? start : [emptyLine()]);
  const inputs = lines
    .filter(({ description }) => description.trim())
    .map(({ description, quantity, unitPriceCents }) => ({
      description,
      quantity,
      unitPriceCents,
    }));
  return { lines, setLines, inputs };
}

export function LineEditor({
  lines,
  setLines,
}: Pick<ReturnType<typeof useLines>, 'lines' | 'setLines'>) {
  const change = (id: string, part: Partial<Line>) =>
    setLines((all) => all.map((line) => (line.id === id ? { ...line, ...part } : line)));
  return (
    <fieldset className="lines">
      <legend>{words.lines}</legend>
      {lines.map((line, at) => (
        <div className="quote-line" key={line.id}>
          <Field
            label={words.lineText(at + 1)}
            value={line.description}
            maxLength={500}
            onChange={(event) => change(line.id, { description: event.target.value })}
          />
          <Field
            label={words.quantity}
            type="number"
            min="0.01"
            step="0.01"
            defaultValue={line.quantity}
            onChange={(event) => change(line.id, { quantity: Number(event.target.value) })}
          />
          <Field
            label={words.unitPrice}
            type="number"
            step="0.01"
            defaultValue={line.unitPriceCents / 100}
            onChange={(event) =>
              change(line.id, { unitPriceCents: Math.round(Number(event.target.value) * 100) })
            }
          />
          <Button
            look="quiet"
            aria-label={words.removeThat(words.lineText(at + 1))}
            onClick={() => setLines((all) => all.filter(({ id }) => id !== line.id))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <Button onClick={() => setLines((all) => [...all, emptyLine()])}>{words.addLine}</Button>
    </fieldset>
  );
}
