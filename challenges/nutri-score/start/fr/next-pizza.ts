// La prochaine pizza d'Awa, pour 100 grammes.
export const cheese = 35;
export const vegetables = 10;
export const salt = 1.1;
