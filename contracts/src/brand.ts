import { z } from 'zod';

/** Relative luminance of `#rrggbb` as WCAG 2 defines it. */
export function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrastOf(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** WCAG 2 AA for text. */
export const READABLE_CONTRAST = 4.5;
/** The paper of a report by day. */
const PAPER = '#fcfbf8';
const LOGO_MAX_CHARS = 140_000;

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'is a colour such as #0d5a5e')
  .transform((hex) => hex.toLowerCase())
  .refine((hex) => contrastOf(hex, PAPER) >= READABLE_CONTRAST, {
    error: ({ input }) =>
      `cannot be read on paper: its contrast is ${contrastOf(String(input), PAPER).toFixed(1)}, and ${READABLE_CONTRAST} is needed; take a darker one`,
  });

const logo = z
  .string()
  .max(LOGO_MAX_CHARS, 'is larger than 100 kB; take a smaller picture')
  .regex(
    /^data:image\/(png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/,
    'is a data URI of a PNG, JPEG, WebP or SVG picture in base64',
  );

/** Whose name a report bears. */
export const brand = z
  .strictObject({
    name: z.string().trim().min(1).max(80).default('Sacred QA Studio'),
    colour: colour.default('#0d5a5e'),
    logo: logo.nullable().default(null),
    contact: z.string().trim().max(300).default(''),
  })
  .meta({ id: 'Brand' });
export type Brand = z.infer<typeof brand>;

export const brandChange = z
  .strictObject({
    name: z.string().trim().min(1).max(80).optional(),
    colour: colour.optional(),
    logo: logo.nullable().optional(),
    contact: z.string().trim().max(300).optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), 'holds nothing to change')
  .meta({ id: 'BrandChange' });
export type BrandChange = z.infer<typeof brandChange>;
