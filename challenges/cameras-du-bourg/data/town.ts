/**
 * The town of Valcendre, which does not exist: twelve corners, twenty streets, and the thefts of a year.
 * Invented. The thefts were drawn once by mulberry32(1789), more in busy streets, four in ten by night.
 */
export interface Camera {
	corner: string;
	/** Metres. */
	reach: number;
}

export interface Street {
	name: string;
	from: string;
	to: string;
	metres: number;
	/** Who walk through on a day. */
	people: number;
}

/** Where each corner is on the map, from 0 to 1, and its sign. */
type Corner = readonly [x: number, y: number, sign?: 'townhall' | 'market' | 'station' | 'worship'];
export const corners: Record<string, Corner> = {
	Cale: [0.69, 0.85],
	École: [0.43, 0.18],
	Église: [0.65, 0.11, 'worship'],
	Gare: [0.92, 0.42, 'station'],
	Halles: [0.29, 0.45, 'market'],
	Lavoir: [0.13, 0.54],
	Mairie: [0.49, 0.5, 'townhall'],
	Moulin: [0.23, 0.12],
	Pont: [0.46, 0.84],
	Port: [0.21, 0.83],
	Poste: [0.68, 0.48],
	Stade: [0.09, 0.2]
};

/** The places of the tender where a camera may stand, in its order. */
export const spots: Camera[] = Object.keys(corners).map((corner) => ({ corner, reach: 60 }));

const rows: [name: string, from: string, to: string, metres: number, people: number][] = [
	['rue du Stade', 'Stade', 'Moulin', 51, 60],
	['rue des Roseaux', 'Stade', 'Lavoir', 56, 40],
	['rue du Four', 'Moulin', 'École', 52, 90],
	['rue Haute', 'Moulin', 'Halles', 57, 160],
	['rue des Écoliers', 'École', 'Église', 52, 180],
	['rue du Préau', 'École', 'Halles', 53, 140],
	['rue Droite', 'École', 'Mairie', 52, 320],
	['rue du Clocher', 'Église', 'Poste', 57, 150],
	['avenue de la Gare', 'Église', 'Gare', 85, 210],
	['rue Basse', 'Lavoir', 'Halles', 56, 110],
	['rue du Lavoir', 'Lavoir', 'Port', 58, 50],
	['rue du Marché', 'Halles', 'Mairie', 51, 380],
	['quai des Filets', 'Halles', 'Port', 66, 70],
	['rue de la Poste', 'Mairie', 'Poste', 51, 290],
	['rue du Pont', 'Mairie', 'Pont', 57, 170],
	['rue des Rails', 'Poste', 'Gare', 61, 190],
	['rue de la Cale', 'Poste', 'Cale', 60, 80],
	['quai du Port', 'Port', 'Pont', 60, 60],
	['quai Neuf', 'Pont', 'Cale', 70, 90],
	['rue du Phare', 'Cale', 'Gare', 59, 100]
];
export const streets: Street[] = rows.map(([name, from, to, metres, people]) => ({ name, from, to, metres, people }));

export interface Theft {
	street: Street;
	hour: number;
	/** Days until the owner noticed and said so. */
	days: number;
}

/** The street's number in the list above, the hour, and the days. */
const theftCodes = `
	15:0:1 13:13:6 9:10:8 4:15:1 4:23:9 10:2:2 1:4:35 6:4:0 12:20:5 15:19:7 19:17:4 8:18:2 13:12:6 3:20:0
	13:14:7 16:4:22 4:4:3 5:21:17 17:16:2 11:0:9 16:1:6 17:11:10 16:5:32 15:19:4 3:20:1 11:1:9 13:3:19 6:23:7
	6:17:20 13:2:4 13:11:1 11:23:5 1:1:3 8:23:3 4:2:9 9:2:17 9:3:10 13:9:1 7:4:1 14:18:4 1:5:13 13:15:24
	19:0:6 6:21:4 15:10:1 11:15:0 3:19:2 4:12:6 11:10:13 10:15:8 19:11:5 15:9:4 2:4:7 13:4:0 3:13:31 19:11:0
	14:0:18 3:1:0 13:14:9 8:13:5 4:18:2 4:14:6 11:16:11 0:11:0 10:3:1 16:2:0 16:13:17 10:5:0 8:2:6 8:15:2
	4:16:2 11:10:2 10:16:1 4:5:1 4:13:8 6:5:4 2:16:5 11:18:10 5:0:4 4:16:9`;
export const thefts: Theft[] = theftCodes
	.trim()
	.split(/\s+/)
	.flatMap((each) => {
		const [number = 0, hour = 0, days = 0] = each.split(':').map(Number);
		const street = streets[number];
		return street === undefined ? [] : [{ street, hour, days }];
	});
