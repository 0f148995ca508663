/** Date and time of the program's clock, as p5's functions return them. */
export const dateFunctions = {
	second: () => new Date().getSeconds(),
	minute: () => new Date().getMinutes(),
	hour: () => new Date().getHours(),
	day: () => new Date().getDate(),
	month: () => new Date().getMonth() + 1,
	year: () => new Date().getFullYear()
};
