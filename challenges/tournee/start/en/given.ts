/** A place: its name, and where it is, in degrees. `lat` counts northwards, `lon` eastwards (so west is negative). */
export interface Place {
	name: string;
	lat: number;
	lon: number;
}
