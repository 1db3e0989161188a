/** The states that the stages leave, see `../stages.ts`. */
export const APPLIED = { Ana: 'received', Ben: 'received', Eve: 'received' } as const;
export const DECIDED = { Ana: 'received/offered', Ben: 'received', Eve: 'received/declined' } as const;
export const ANNOUNCED = { Ana: 'offered', Ben: 'received', Eve: 'declined' } as const;
