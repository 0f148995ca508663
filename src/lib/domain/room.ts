/** Percentage of the quota from which people are warned that it is running out. */
export const NEARLY_FULL = 80;
