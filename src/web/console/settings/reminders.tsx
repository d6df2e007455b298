import { Notice } from '../../design/notice';
import type { BusinessFieldsFragment } from '../../gen/operations';
import type { FormValues } from '../app/form';
import { reminderStrings as strings, type When } from '../reminders/reminder-strings';
import { useViewer } from '../session/viewer';
import { ReminderSteps, type Step } from './reminder-steps';
import { SettingForm } from './setting-form';

const MAX_BEFORE = 30;
const MAX_AFTER = 90;
const DEFAULT_VALIDITY_DAYS = 30;

/** Section: on which days clients are reminded of invoices and quotes. */
export function Reminders({ business }: { business: BusinessFieldsFragment }) {
  const { remindOfInvoices, remindOfQuotes, clientPortalEnabled } = business;
  const invoiceSteps = (business.invoiceReminderDays ?? []).map(fromDueDay);
  const quoteSteps = [
    ...(business.quoteReminderDaysAfterSending ?? []).map(
      (days): Step => ({ days, when: 'AFTER' }),
    ),
    ...(business.quoteReminderDaysBeforeExpiry ?? []).map((days) => fromDueDay(-days)),
  ];
  const examples = useExamples(business);
  return (
    <SettingForm
      title={strings.title}
      hint={strings.hint}
      saved={[remindOfInvoices, remindOfQuotes, invoiceSteps, quoteSteps]}
      input={inputOf}
    >
      {!clientPortalEnabled && <Notice tone="warn">{strings.portalOff}</Notice>}
      <label className="checkbox">
        <input type="checkbox" name="remindOfInvoices" defaultChecked={remindOfInvoices ?? false} />
        <span>{strings.remindOfInvoices}</span>
      </label>
      <ReminderSteps
        legend={strings.invoiceReminders}
        name="invoice"
        labels={strings.invoiceWhen}
        saved={invoiceSteps}
        maxBefore={MAX_BEFORE}
        maxAfter={MAX_AFTER}
        preview={examples.ofInvoice}
      />
      <label className="checkbox">
        <input type="checkbox" name="remindOfQuotes" defaultChecked={remindOfQuotes ?? false} />
        <span>{strings.remindOfQuotes}</span>
      </label>
      <ReminderSteps
        legend={strings.quoteReminders}
        name="quote"
        labels={strings.quoteWhen}
        saved={quoteSteps}
        maxBefore={MAX_BEFORE}
        maxAfter={MAX_AFTER}
        preview={examples.ofQuote}
      />
    </SettingForm>
  );
}

function inputOf(values: FormValues) {
  const quote = stepsIn(values, 'quote');
  const isAfter = ({ when }: Step) => when === 'AFTER';
  return {
    remindOfInvoices: values.isChecked('remindOfInvoices'),
    invoiceReminderDays: stepsIn(values, 'invoice').map(daysFrom),
    remindOfQuotes: values.isChecked('remindOfQuotes'),
    quoteReminderDaysAfterSending: quote.filter(isAfter).map(({ days }) => days),
    quoteReminderDaysBeforeExpiry: quote
      .filter((step) => !isAfter(step))
      .map((step) => Math.abs(daysFrom(step))),
  };
}

function stepsIn(values: FormValues, name: string): Step[] {
  const when = values.all(`${name}When`);
  return values
    .all(`${name}Days`)
    .map((days, at) => ({ days: Number(days), when: when[at] as When }));
}

function fromDueDay(days: number): Step {
  if (days === 0) return { days, when: 'ON' };
  return { days: Math.abs(days), when: days < 0 ? 'BEFORE' : 'AFTER' };
}

function daysFrom({ days, when }: Step): number {
  if (when === 'ON') return 0;
  return when === 'BEFORE' ? -days : days;
}

/** Sentences about an invoice and a quote that are sent today. */
function useExamples({ paymentTermsDays, quoteValidityDays }: BusinessFieldsFragment) {
  const { formats } = useViewer();
  const valid = quoteValidityDays ?? DEFAULT_VALIDITY_DAYS;
  const day = (days: number) =>
    formats.date(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  const list = (offsets: number[]) =>
    [...new Set(offsets)]
      .sort((one, other) => one - other)
      .map(day)
      .join(', ');
  const due = paymentTermsDays ?? 0;
  return {
    ofInvoice: (steps: Step[]) =>
      strings.invoicePreview(
        day(due),
        list(steps.map((step) => due + daysFrom(step)).filter((at) => at > 0)),
      ),
    ofQuote: (steps: Step[]) =>
      strings.quotePreview(
        day(0),
        day(valid),
        list(
          steps
            .map((step) => (step.when === 'AFTER' ? step.days : valid + daysFrom(step)))
            .filter((at) => at > 0 && at <= valid),
        ),
      ),
  };
}
