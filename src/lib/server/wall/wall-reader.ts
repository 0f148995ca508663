/** The person who looks at a wall; every query leaves out what this person may not see. */
export interface WallReader {
	account: string;
	/** Whether this person teaches the class. */
	isTeacher: boolean;
}
