import { html } from 'htm/preact';

/** Outlines on a grid of 24, drawn for this page. */
const PATHS = {
  hash: 'M9 4 7 20M17 4l-2 16M4 9h16M4 15h16',
  chat: 'M4 5h16v11H11l-4.5 4v-4H4z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  reply: 'M10 8 5 12l5 4M5 12h8c4 0 6 2 6 6',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5 10 17 19 7',
  chevron: 'm7 10 5 5 5-5',
  external: 'M14 5h5v5M19 5l-9 9M17 14v5H5V7h5',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15.5 9.5h.01',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  apps: 'M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h5v5h-5z',
  send: 'M4 5l16 7-16 7 3-7zM7 12h13',
  eye: 'M3 12s3-6 9-6 9 6 9 6-3 6-9 6-9-6-9-6zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  members:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3 2.5-5 6-5s6 2 6 5M16 5.5a3 3 0 0 1 0 5M18 14.5c2 .8 3 2.4 3 4.5',
  down: 'M12 5v13M6 13l6 6 6-6',
  alert: 'M12 4 3 20h18zM12 10v5M12 17.5h.01',
  command: 'M15 5 9 19',
  at: 'M15.5 12a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM15.5 8.5V13c0 3 4.5 3 4.5-1a8 8 0 1 0-3 6.2',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon beside words or in a labelled control; it says nothing by itself. */
export function icon(name: IconName, size = 20) {
  return html`<svg
    class="icon"
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${PATHS[name]} />
  </svg>`;
}
