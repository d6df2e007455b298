import { staffAndClient } from '../../../visibility/audience.js';
import { declareEnum } from '../../../visibility/declare/enums.js';

/** Accent colours of the client's page. `web/portal/page-colours.css` has their shades for light and dark. */
export const PageColour = {
  TEAL: 'TEAL',
  BLUE: 'BLUE',
  GREEN: 'GREEN',
  PURPLE: 'PURPLE',
  PINK: 'PINK',
  RED: 'RED',
  ORANGE: 'ORANGE',
  GREY: 'GREY',
} as const;
export type PageColour = keyof typeof PageColour;

declareEnum(
  PageColour,
  'PageColour',
  staffAndClient,
  "Accent colour of the client's page; each is readable in light and in dark mode.",
  {
    TEAL: 'Teal, the default.',
    BLUE: 'Blue.',
    GREEN: 'Green.',
    PURPLE: 'Purple.',
    PINK: 'Pink.',
    RED: 'Red.',
    ORANGE: 'Orange.',
    GREY: 'Grey.',
  },
);
