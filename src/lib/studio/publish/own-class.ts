/** A class of the studio's teacher, as the studio knows it. */
export interface OwnClass {
	id: string;
	name: string;
	/** The version of each own challenge that the class was given last. */
	given: { challenge: string; version: string }[];
}
