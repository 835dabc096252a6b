/** Which bookings count: one condition for the sheet, the metrics and the goals of a campaign. */

/** A condition on a row of `bookings` by its alias. Cal.com writes the word in either case. */
export const stands = (booking: string): string => `lower(${booking}.status) not in ('cancelled', 'rejected')`;
