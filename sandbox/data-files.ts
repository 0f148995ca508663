/** Name of the function of `braise/draw` that takes the data files. Only code that the compiler writes calls this function. */
export const PROVIDE_DATA_FILES_FUNCTION_NAME = 'provideDataFiles';

export interface DataFiles {
	/** Text of each file by path. */
	texts: Readonly<Record<string, string>>;
	/** Cells of each file that may be a table by path, row by row. */
	tables: Readonly<Record<string, readonly (readonly string[])[]>>;
}
