/** Ce que dit l'étiquette, pour 100 g de pizza. */
export interface Nutrition {
	/** énergie, en kilojoules (kJ) */
	energy: number;
	/** graisses saturées, en grammes */
	saturates: number;
	/** sucres, en grammes */
	sugars: number;
	/** sel, en grammes */
	salt: number;
	/** part de fruits, de légumes et de légumes secs, en % */
	vegetables: number;
	/** fibres, en grammes */
	fibre: number;
	/** protéines, en grammes */
	protein: number;
}

/** La lettre, de A (la meilleure) à E. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

/** Une pizza du catalogue : son nom, son prix à la pièce en centimes, son étiquette. */
export interface Pizza {
	name: string;
	cents: number;
	nutrition: Nutrition;
}

/** Les limites de la règle officielle. Chaque limite dépassée compte un point. */
export const rule = {
	// Points défavorables.
	energy: [335, 670, 1005, 1340, 1675, 2010, 2345, 2680, 3015, 3350],
	saturates: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
	sugars: [3.4, 6.8, 10, 14, 17, 20, 24, 27, 31, 34, 37, 41, 44, 48, 51],
	salt: [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 2.8, 3, 3.2, 3.4, 3.6, 3.8, 4],
	// Points favorables. Au-delà de 80 % de légumes, on en reçoit 5 d'un coup : 80 est donc écrit trois fois.
	vegetables: [40, 60, 80, 80, 80],
	fibre: [3, 4.1, 5.2, 6.3, 7.4],
	protein: [2.4, 4.8, 7.2, 9.6, 12, 14, 17]
};

/** Une recette, pour 100 g : le fromage, les légumes et le sel, en grammes. Le reste est de la pâte. */
export interface Recipe {
	cheese: number;
	vegetables: number;
	salt: number;
}

/** Reçoit une recette. Renvoie son étiquette, arrondie comme sur une boîte. Modèle simplifié. */
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
