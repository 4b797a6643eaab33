import { inputs } from './inputs.ts';
import { boxOption, chosenFromOptions, overflowOption } from './options.ts';
import { byType, either, type Fields, flag, integer, list, object, type Rule, string, typed, written } from './rule.ts';
import { multiSelects, selects } from './selects.ts';
import { anyText, buttonStyle, confirm, id, placeholder, plainText, webAddress } from './texts.ts';

const shared: Fields = { action_id: id, confirm, focus_on_load: flag };

const button = typed(
  { text: plainText(75) },
  {
    action_id: id,
    value: string({ max: 2000 }),
    url: webAddress,
    style: buttonStyle,
    confirm,
    accessibility_label: string({ min: 1, max: 75 }),
  },
);

const overflow = typed({ options: list(overflowOption, { min: 1, max: 5 }) }, { action_id: id, confirm });

const boxes = list(boxOption, { min: 1, max: 10 });
const checkboxes = typed(
  { options: boxes },
  { ...shared, initial_options: list(boxOption, { min: 1 }) },
  chosenFromOptions,
);
const radioButtons = typed({ options: boxes }, { ...shared, initial_option: boxOption }, chosenFromOptions);

const date = written('must be a date in the format YYYY-MM-DD', (text) => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
});
const time = written('must be a time in the format HH:mm', (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text));
const zone = written('must be a time zone', isZone);

const datepicker = typed({}, { ...shared, placeholder, initial_date: date });
const timepicker = typed({}, { ...shared, placeholder, initial_time: time, timezone: zone });
/** Seconds of the Unix time in ten digits. */
const datetimepicker = typed({}, { ...shared, initial_date_time: integer({ min: 1_000_000_000, max: 9_999_999_999 }) });

const slackFile = object({}, { id: string({ min: 1 }), url: webAddress }, either('id', 'url'));
export const pictured: Fields = { image_url: webAddress, slack_file: slackFile };
export const fromOneSource = either('image_url', 'slack_file');

const image = typed({ alt_text: string({ min: 1, max: 2000 }) }, pictured, fromOneSource);

const choices: Fields = {
  checkboxes,
  radio_buttons: radioButtons,
  datepicker,
  timepicker,
  ...selects,
  ...multiSelects,
};

/** What may stand beside the text of a section. */
export const accessory: Rule = byType({ button, overflow, image, ...choices });
/** What may stand in a row of actions. */
export const action: Rule = byType({ button, overflow, datetimepicker, ...choices });
/** What may be asked for in a form. */
export const input: Rule = byType({ datetimepicker, ...choices, ...inputs });
/** What may stand in the small print. */
export const small: Rule = byType({ image, plain_text: anyText(), mrkdwn: anyText() });

function isZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
