/** What the label says, for 100 g of pizza. */
export interface Nutrition {
	/** energy, in kilojoules (kJ) */
	energy: number;
	/** saturated fat, in grams */
	saturates: number;
	/** sugars, in grams */
	sugars: number;
	/** salt, in grams */
	salt: number;
	/** share of fruit, vegetables and pulses, in % */
	vegetables: number;
	/** fibre, in grams */
	fibre: number;
	/** protein, in grams */
	protein: number;
}

/** The letter, from A (the best) to E. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

/** A pizza of the catalogue: its name, its price for one in cents, its label. */
export interface Pizza {
	name: string;
	cents: number;
	nutrition: Nutrition;
}

/** The limits of the official rule. Each limit exceeded counts one point. */
export const rule = {
	// Unfavourable points.
	energy: [335, 670, 1005, 1340, 1675, 2010, 2345, 2680, 3015, 3350],
	saturates: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
	sugars: [3.4, 6.8, 10, 14, 17, 20, 24, 27, 31, 34, 37, 41, 44, 48, 51],
	salt: [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 2.8, 3, 3.2, 3.4, 3.6, 3.8, 4],
	// Favourable points. Beyond 80% of vegetables, 5 points are given at once: so 80 is written three times.
	vegetables: [40, 60, 80, 80, 80],
	fibre: [3, 4.1, 5.2, 6.3, 7.4],
	protein: [2.4, 4.8, 7.2, 9.6, 12, 14, 17]
};

/** A recipe, for 100 g: cheese, vegetables and salt, in grams. The rest is dough. */
export interface Recipe {
	cheese: number;
	vegetables: number;
	salt: number;
}

/** Takes a recipe. Returns its label, rounded as on a box. A simplified model. */
export function nutritionOf(recipe: Recipe): Nutrition {
	const { cheese, vegetables, salt } = recipe;
	const dough = 100 - cheese - vegetables;
	const tenth = (grams: number) => Math.round(grams * 10) / 10;
	return {
		energy: Math.round(dough * 10.4 + cheese * 11.5 + vegetables * 1.6),
		saturates: tenth(dough * 0.006 + cheese * 0.15),
		sugars: tenth(dough * 0.018 + cheese * 0.008 + vegetables * 0.042),
		salt: tenth(salt),
		vegetables,
		fibre: tenth(dough * 0.026 + vegetables * 0.022),
		protein: tenth(dough * 0.08 + cheese * 0.19 + vegetables * 0.012)
	};
}
