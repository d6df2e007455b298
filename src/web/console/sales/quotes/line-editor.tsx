import { useState } from 'react';
import { Button } from '../../../design/button';
import { Field } from '../../../design/field';
import { useFormKey, useKept } from '../../app/drafts/use-kept';
import { useViewer } from '../../session/viewer';
import { strings } from '../../strings';

export interface Line {
  id: string;
  description: string;
  quantity: number;
  unitPriceCents: number;
  groupName?: string | null;
  optional?: boolean;
  /** Not edited here, but kept: null where this person may not see it. */
  unitCostCents?: number | null;
  taxRateBasisPoints?: number | null;
}

/** A new line, in the group of the one above it. */
const emptyLine = (groupName: string | null = null): Line => ({
  id: crypto.randomUUID(),
  groupName,
  description: '',
  quantity: 1,
  unitPriceCents: 0,
});

/** State of the lines being edited, kept with the draft of the form of this name. `inputs` omits lines without a description. */
export function useLines(draft: string, initial: Line[] = []) {
  const key = useFormKey(draft);
  const [lines, setLines] = useKept(key, 'lines', initial.length > 0 ? initial : [emptyLine()]);
  // As the form was opened: the quote may be changed by others meanwhile.
  const [storedIds] = useState(() => new Set(initial.map(({ id }) => id)));
  const inputs = lines
    .filter(({ description }) => description.trim())
    .map(({ id, description, quantity, unitPriceCents, groupName, optional, ...kept }) => ({
      // The line that it was, so that a cost this person does not see stays.
      id: storedIds.has(id) ? id : null,
      description,
      quantity,
      unitPriceCents,
      groupName: groupName?.trim() || null,
      optional: optional ?? false,
      unitCostCents: kept.unitCostCents ?? null,
      taxRateBasisPoints: kept.taxRateBasisPoints ?? null,
    }));
  return { lines, setLines, inputs };
}

interface LineEditorProps extends Pick<ReturnType<typeof useLines>, 'lines' | 'setLines'> {
  /** Whether lines have groups and can be optional, as those of a quote. */
  hasOptions?: boolean;
}

export function LineEditor({ lines, setLines, hasOptions = false }: LineEditorProps) {
  const { amount } = useViewer().formats;
  const update = (id: string, changes: Partial<Line>) =>
    setLines((all) => all.map((line) => (line.id === id ? { ...line, ...changes } : line)));
  return (
    <fieldset className="lines">
      <legend>{strings.lines}</legend>
      {lines.map((line, index) => (
        <div className="quote-line" key={line.id}>
          <Field
            label={strings.lineNumber(index + 1)}
            value={line.description}
            maxLength={500}
            onChange={(event) => update(line.id, { description: event.target.value })}
          />
          <Field
            label={strings.quantity}
            type="number"
            min="0.01"
            step="0.01"
            defaultValue={line.quantity}
            onChange={(event) => update(line.id, { quantity: Number(event.target.value) })}
          />
          <Field
            label={strings.unitPrice}
            type="number"
            step={amount.step}
            defaultValue={amount.fromCents(line.unitPriceCents)}
            onChange={(event) =>
              update(line.id, { unitPriceCents: amount.toCents(event.target.value) })
            }
          />
          {hasOptions && (
            <>
              <Field
                label={strings.lineGroup}
                value={line.groupName ?? ''}
                maxLength={100}
                list="line-groups"
                onChange={(event) => update(line.id, { groupName: event.target.value })}
              />
              <label className="checkbox">
                <input
                  type="checkbox"
                  checked={line.optional ?? false}
                  onChange={(event) => update(line.id, { optional: event.target.checked })}
                />{' '}
                {strings.optionalLine}
              </label>
            </>
          )}
          <Button
            variant="quiet"
            aria-label={strings.removeNamed(strings.lineNumber(index + 1))}
            onClick={() => setLines((all) => all.filter(({ id }) => id !== line.id))}
          >
            {strings.remove}
          </Button>
        </div>
      ))}
      <datalist id="line-groups">
        {[...new Set(lines.map(({ groupName }) => groupName?.trim()))].map(
          (name) => name && <option key={name} value={name} />,
        )}
      </datalist>
      <Button onClick={() => setLines((all) => [...all, emptyLine(all.at(-1)?.groupName)])}>
        {strings.addLine}
      </Button>
    </fieldset>
  );
}
