// Awa's next pizza, for 100 grams.
export const cheese = 35;
export const vegetables = 10;
export const salt = 1.1;
