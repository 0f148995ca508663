/** Name of the export that sets a program's parameters, each by a function of its name. */
export const PARAMETER_SETTERS_EXPORT = 'braiseParameters';
