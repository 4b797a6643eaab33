import { html } from '../html.ts';

/** Strokes on a 20 × 20 grid. */
const PATHS = {
  hash: 'M7.5 3 5.9 17M14.1 3l-1.6 14M3.5 7.2h13.4M3.1 12.8h13.4',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  bolt: 'M11 2.5 4.5 11.5H10l-1 6 6.5-9H10z',
  send: 'M3.5 3.5 17 10 3.5 16.5 5.5 10zM5.5 10H11',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  right: 'M8 5.5l4.5 4.5L8 14.5',
  left: 'M12 5.5 7.5 10l4.5 4.5',
  back: 'M16 10H4.5M9 5l-5 5 5 5',
  more: 'M4.6 9.6a.4.4 0 1 0 .01 0zM10 9.6a.4.4 0 1 0 .01 0zM15.4 9.6a.4.4 0 1 0 .01 0z',
  check: 'M4 10.5l4 4 8-9',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4.2l2.8 1.8',
  mail: 'M3 5h14v10.5H3zM3.3 5.6 10 11l6.7-5.4',
  traffic: 'M4 7h11M12 3.8 15.2 7 12 10.2M16 13.4H5M8 10.2 4.8 13.4 8 16.6',
  sun: 'M10 6.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8zM10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.4 4.4l1.1 1.1M14.5 14.5l1.1 1.1M15.6 4.4l-1.1 1.1M5.5 14.5l-1.1 1.1',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5 7 7 0 1 0 16.5 12z',
  auto: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 3v14M10 6.5h3.8M10 10h6.8M10 13.5h3.8',
  eye: 'M2.5 10S5.3 5 10 5s7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5zM10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
  shared:
    'M8.2 11.8a3 3 0 0 0 4.5.3l2.4-2.4a3 3 0 0 0-4.2-4.2L9.6 6.7M11.8 8.2a3 3 0 0 0-4.5-.3l-2.4 2.4a3 3 0 0 0 4.2 4.2l1.3-1.2',
  alert: 'M10 3 2.8 16h14.4zM10 8v3.8M10 14h.01',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9.2v4.3M10 6.5h.01',
  file: 'M5 2.8h6.5L15 6.3v10.9H5zM11.3 3v3.5H15',
  search: 'M9 3.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 9 3.8zM12.8 12.8l3.7 3.7',
  app: 'M4 4h5v5H4zM11.5 4.5h4.5v4h-4.5zM4 11.5h5v4.5H4zM11.5 11h4.5v5h-4.5z',
  plug: 'M7 3v4M13 3v4M5 7h10v2.5a5 5 0 0 1-10 0zM10 14.5V18',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words or on a labelled button: never the only carrier of meaning. */
export const Icon = ({ name }: { name: IconName }) => html`
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d=${PATHS[name]} /></svg>
`;
