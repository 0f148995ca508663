/**
 * The country of Valcendre, which does not exist: a kitchen and twelve homes, in the order of the kitchen's list (by name).
 * Invented: places, people and coordinates. They were drawn once so that the list's order crosses itself often and the
 * greedy round leaves the far corner to the end.
 */
export interface Place {
	name: string;
	/** Degrees: north of the equator. */
	lat: number;
	/** Degrees: east of Greenwich, so west is negative. */
	lon: number;
}

/** The kitchen where every round begins and ends. */
export const depot: Place = { name: 'Valcendre', lat: 46.684, lon: -1.951 };

const rows: [name: string, lat: number, lon: number][] = [
	['Anse-Grise', 46.651, -2.034],
	['Bois-Hardi', 46.719, -1.893],
	['Cap-Loriot', 46.681, -2.027],
	['Drouvin', 46.698, -1.903],
	['Étanville', 46.725, -2.012],
	['Fontsec', 46.652, -1.96],
	['Gué-Blanc', 46.701, -2.012],
	['Hautpré', 46.665, -1.93],
	['Lisière', 46.718, -1.938],
	['Montclair', 46.676, -1.888],
	['Prémoulin', 46.716, -1.978],
	['Ronceval', 46.663, -2.003]
];

export const homes: Place[] = rows.map(([name, lat, lon]) => ({ name, lat, lon }));
