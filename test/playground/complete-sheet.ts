import { choices, fields, text, type Visitor } from '../../src/playground/visitor.ts';

/** A person sets an account up and completes its sheet, all the way through Slack; no modal is left open. */
export async function completeSheet(person: Visitor): Promise<void> {
  await person.command();
  await person.modal('account.create');
  const alias = text('help@harvest.example');
  const answers = { name: text('Harvest Table'), brand: text('Harvest'), alias };
  await person.submit(fields({ ...answers, integrations: choices('ordering-end-to-end') }));
  await person.modal('contact.save');
  await person.submit(
    fields({
      'tech-emergency': text('oncall@harvest.example'),
      'tech-non-emergency': text('api@harvest.example'),
      'ops-merchant': text('merchants@harvest.example'),
      'ops-platform': text('escalations@harvest.example'),
      'ops-users': alias,
    }),
  );
  await person.modal('contact.save', ({ busy, view }) => !busy && JSON.stringify(view).includes('*Saved.*'));
  await person.press('hours.open');
  await person.modal('hours.save');
  await person.submit();
  await person.modal('contact.saved');
}
