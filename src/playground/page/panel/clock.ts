import { useState } from 'preact/hooks';
import { DateField } from '../element/date.ts';
import { TimeField } from '../element/time.ts';
import { html } from '../html.ts';
import { useTickingReader } from '../reader.ts';
import { longDate, timeWords } from '../text/date-words.ts';
import { clockIn, dayIn, instantIn } from '../text/zone.ts';
import { useWorld } from '../world.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** The playground's clock, which only ever goes forward. */
export function Clock() {
  const { snapshot, words, send } = useWorld();
  const reader = useTickingReader();
  const { now, zone, locale } = reader;
  const [day, setDay] = useState(dayIn(zone, new Date(now.getTime() + DAY * 60_000)));
  const [time, setTime] = useState('09:00');
  const advance = (minutes: number) => void send({ type: 'advance-clock', minutes });
  const minutesTo = Math.round((instantIn(zone, day, time).getTime() - now.getTime()) / 60_000);
  const { offsetMinutes } = snapshot.clock;
  const ahead = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(offsetMinutes / HOUR);
  return html`
    <p class="panel-intro">${words('clock.intro')}</p>
    <p class="clock-now" role="status">
      <span class="clock-time">${timeWords(now, reader)}</span>
      <span>${longDate(now, reader)}</span>
      <span class="detail">${words('clock.zone', { zone, name: snapshot.me.name })}</span>
      <span class="detail">${offsetMinutes === 0 ? words('clock.true') : words('clock.ahead', { hours: ahead })}</span>
    </p>
    <div class="clock-steps" role="group" aria-label=${words('clock.advance')}>
      <button type="button" class="button" onClick=${() => advance(HOUR)}>${words('clock.hour')}</button>
      <button type="button" class="button" onClick=${() => advance(DAY)}>${words('clock.day')}</button>
      <button type="button" class="button" onClick=${() => advance(7 * DAY)}>${words('clock.week')}</button>
    </div>
    <div class="clock-to" role="group" aria-label=${words('clock.to')}>
      <p class="label">${words('clock.to')}</p>
      <div class="date-time">
        <${DateField} naming=${{ id: 'clock-day', label: words('date') }} day=${day} onDay=${setDay} />
        <${TimeField}
          naming=${{ id: 'clock-time', label: words('time') }}
          clock=${time}
          onClock=${(to: string | null) => setTime(to ?? clockIn(zone, now))}
        />
      </div>
      <button type="button" class="button primary" disabled=${minutesTo <= 0} onClick=${() => advance(minutesTo)}>
        ${words('clock.go')}
      </button>
      ${minutesTo <= 0 && html`<p class="hint">${words('clock.past')}</p>`}
    </div>
  `;
}
