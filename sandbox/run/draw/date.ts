/** The date and hour of the program's clock, as p5 gives them. */
export const dateFunctions = {
	second: () => new Date().getSeconds(),
	minute: () => new Date().getMinutes(),
	hour: () => new Date().getHours(),
	day: () => new Date().getDate(),
	month: () => new Date().getMonth() + 1,
	year: () => new Date().getFullYear()
};
