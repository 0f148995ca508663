/** Un lieu : son nom, et où il est, en degrés. `lat` compte vers le nord, `lon` vers l'est (l'ouest est donc négatif). */
export interface Place {
	name: string;
	lat: number;
	lon: number;
}
