/** A camera: the corner where it stands, and how far it sees, in metres. */
export interface Camera {
	corner: string;
	reach: number;
}

/** A street: its name, its two corners, its length in metres, and how many people walk through it in a day. */
export interface Street {
	name: string;
	from: string;
	to: string;
	metres: number;
	people: number;
}
