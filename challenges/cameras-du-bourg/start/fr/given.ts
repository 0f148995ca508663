/** Une caméra : le carrefour où elle se trouve, et la distance jusqu'où elle voit, en mètres. */
export interface Camera {
	corner: string;
	reach: number;
}

/** Une rue : son nom, ses deux carrefours, sa longueur en mètres, et le nombre de personnes qui y passent en un jour. */
export interface Street {
	name: string;
	from: string;
	to: string;
	metres: number;
	people: number;
}
