import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { type HolidayOffer, zonesOfSheet } from '../../domain/coverage/holiday.ts';
import type { Country } from '../../domain/coverage/plan.ts';
import { sameCountry } from '../../domain/coverage/planning.ts';
import type { Say } from '../../i18n/say.ts';
import {
  actions,
  type Blocks,
  button,
  context,
  divider,
  field,
  header,
  modal,
  option,
  plain,
  section,
  VALUE,
} from '../block-kit.ts';
import { zoneCity } from '../hours/cities.ts';
import { zoneOption } from '../hours/window.ts';
import { choiceOf, choicesOf, type Submitted } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';
import { backButton } from './back.ts';
import { countryText, dayText } from './words.ts';

export const OPEN_HOLIDAYS = 'holiday.open';
/** The `action_id` of the countries' select, whose options the server searches; choosing one adds it. */
export const FIND_COUNTRY = 'country.find';
/** Adds a country that the zones of the sheet suggest. */
export const ADD_COUNTRY = 'country.add';
export const REMOVE_COUNTRY = 'country.remove';

/** Checkboxes of one group, and groups of one view; what does not fit is offered once these are taken over. */
const MOST_A_GROUP = 10;
const MOST_GROUPS = 24;
/** Buttons with suggestions. */
const MOST_SUGGESTED = 5;

export interface HolidaysState {
  account: Account;
  /** Those that are chosen, each with the name of its region. */
  countries: readonly (Country & { regionName: string })[];
  /** Countries to which the zones of the sheet belong, by their codes. */
  suggested: readonly string[];
  offers: readonly HolidayOffer[];
  /** Why nothing was done, as mrkdwn. */
  notice?: string | null;
}

/** The announced holidays of the account's countries, all chosen: one click takes them over as closed days (C2). */
export const holidaysView = {
  id: 'holiday.take',

  render({ account, countries, suggested, offers, notice = null }: HolidaysState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    const { blocks, shown } = offerBlocks(account, countries, offers, say);
    const more = offers.length - shown;
    return modal({
      id: holidaysView.id,
      title: say('holiday.title'),
      ...(shown > 0 && { submit: say('holiday.submit') }),
      close: say('app.close'),
      metadata: metadataOf(account),
      blocks: [
        ...(notice ? [section(notice), divider()] : []),
        section(say.mrkdwn('holiday.intro')),
        ...blocks,
        ...(countries.length > 0 && offers.length === 0 ? [section(say.mrkdwn('holiday.none'))] : []),
        ...(more > 0 ? [context(say.mrkdwn('holiday.more', { count: more }))] : []),
        header(say('holiday.countries')),
        ...countries.map((one) => countryBlock(one, say)),
        ...suggestionBlocks(suggested, say),
        section(say.mrkdwn('holiday.country.add'), {
          type: 'external_select',
          action_id: FIND_COUNTRY,
          min_query_length: 0,
          placeholder: plain(say('holiday.country.placeholder')),
        }),
        actions(backButton(say)),
        ...supportAndHelp(say),
      ],
    });
  },

  /** The days that were left chosen, by their keys, and the zone for each country that has none in the sheet. */
  parse(values: Submitted): { chosen: ReadonlySet<string>; zoneFor: (country: Country) => string | null } {
    const groups = Object.keys(values).filter((name) => name.startsWith('days.'));
    return {
      chosen: new Set(groups.flatMap((name) => choicesOf(values, name))),
      zoneFor: (country) => choiceOf(values, zoneName(country)),
    };
  },
};

/** By which a day comes back: it is looked for among what is offered then. */
export const offerKey = ({ country, date }: HolidayOffer): string => `${country.country}.${country.region}.${date}`;

const zoneName = ({ country, region }: Country): string => `zone.${country}.${region}`;

function offerBlocks(
  account: Account,
  countries: HolidaysState['countries'],
  offers: readonly HolidayOffer[],
  say: Say,
): { blocks: Blocks; shown: number } {
  const blocks: Blocks = [];
  let [shown, groups] = [0, 0];
  for (const country of countries) {
    const own = offers.filter((offer) => sameCountry(offer.country, country));
    const name = countryText(country, say, country.regionName);
    for (let from = 0; from < own.length && groups < MOST_GROUPS; from += MOST_A_GROUP) {
      const group = own.slice(from, from + MOST_A_GROUP);
      if (from === 0 && group.some(({ zones }) => zones.length === 0))
        blocks.push(zoneField(account, country, name, say));
      blocks.push(daysField(country, name, group, from, say));
      shown += group.length;
      groups++;
    }
  }
  return { blocks, shown };
}

function daysField(
  country: Country,
  name: string,
  offers: readonly HolidayOffer[],
  from: number,
  say: Say,
): InputBlock {
  const zones = [...new Set(offers.flatMap((offer) => offer.zones))].map((zone) => zoneCity(zone, say.locale));
  const label =
    zones.length > 0
      ? say('holiday.days', { country: name, zones: say.list(zones) })
      : say('holiday.days.elsewhere', { country: name });
  const options = offers.map((offer) => dayOption(offer, say));
  return field(
    `days.${country.country}.${country.region}.${from}`,
    label,
    { type: 'checkboxes', action_id: VALUE, options, initial_options: options },
    { optional: true },
  );
}

function dayOption(offer: HolidayOffer, say: Say): PlainTextOption {
  const text = say('holiday.day', { day: dayText(offer.date, say, 'short'), name: offer.name });
  const letters = [...text];
  return option(letters.length > 75 ? `${letters.slice(0, 74).join('')}…` : text, offerKey(offer));
}

/** The only zone of the sheet is chosen already. */
function zoneField(account: Account, country: Country, name: string, say: Say): InputBlock {
  const zones = zonesOfSheet(account.sheet['support-hours']);
  const options = (zones.length > 0 ? zones : ['UTC']).map((zone) => zoneOption(zone, say.locale));
  return field(
    zoneName(country),
    say('holiday.zone', { country: name }),
    {
      ...{ type: 'static_select', action_id: VALUE, options },
      ...(options.length === 1 && options[0] && { initial_option: options[0] }),
    },
    { hint: say('holiday.zone.hint') },
  );
}

function countryBlock(country: HolidaysState['countries'][number], say: Say): Blocks[number] {
  const name = countryText(country, say, country.regionName);
  const label = say('holiday.country.remove.label', { country: name });
  return section(say.mrkdwn('holiday.country', { country: name }), {
    ...button(REMOVE_COUNTRY, say('plan.remove'), { value: countryValue(country) }),
    accessibility_label: [...label].slice(0, 75).join(''),
  });
}

function suggestionBlocks(suggested: readonly string[], say: Say): Blocks {
  return suggested.slice(0, MOST_SUGGESTED).flatMap((country, place): Blocks => {
    const whole = { country, region: '' };
    const text = say('holiday.country.button', { country: countryText(whole, say) });
    const add = button(ADD_COUNTRY, [...text].slice(0, 75).join(''), { value: countryValue(whole) });
    return [...(place === 0 ? [section(say.mrkdwn('holiday.country.suggested'))] : []), actions(add)];
  });
}

/** A country or a region as the value of a button or an option, and back. */
export const countryValue = ({ country, region }: Country): string => `${country}.${region}`;

export function readCountry(value: string | null): Country {
  const [country = '', ...region] = (value ?? '').split('.');
  return { country, region: region.join('.') };
}
