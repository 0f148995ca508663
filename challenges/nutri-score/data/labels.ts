/** Labels to probe with: an empty one, and one that holds a single value. */
/** As in given.ts: data stands by itself. */
export interface Nutrition {
	energy: number;
	saturates: number;
	sugars: number;
	salt: number;
	vegetables: number;
	fibre: number;
	protein: number;
}

export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

export const none: Nutrition = { energy: 0, saturates: 0, sugars: 0, salt: 0, vegetables: 0, fibre: 0, protein: 0 };

export const only = (name: keyof Nutrition, value: number): Nutrition => ({ ...none, [name]: value });

/** La Valcendre: one point away from another letter. */
export const valcendre: Nutrition = {
	energy: 980,
	saturates: 4.2,
	sugars: 3.5,
	salt: 0.9,
	vegetables: 15,
	fibre: 2.2,
	protein: 10.5
};

/** As a label is printed: one decimal, so that 0.9 − 0.1 is 0.8 and nothing else. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
