/** What stands for the name of a member whose data were erased. */
export const erasedName = '（消去した委員）';
