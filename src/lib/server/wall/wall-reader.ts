/** Who looks at a wall, by which every query leaves out what they may not see. */
export interface WallReader {
	account: string;
	/** Whether they teach the class. */
	isTeacher: boolean;
}
