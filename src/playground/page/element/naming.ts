/** How a control is named and described: by the label of its block, its hint and its error. */
export interface Naming {
  id: string;
  label?: string;
  labelledBy?: string;
  describedBy?: string;
  invalid?: boolean;
  required?: boolean;
}

/** The attributes that say so. A control that a `<label for>` names needs no other name. */
export const namingAttributes = ({ id, label, labelledBy, describedBy, invalid, required }: Naming) => ({
  id,
  'aria-label': labelledBy ? undefined : label,
  'aria-labelledby': labelledBy,
  'aria-describedby': describedBy || undefined,
  'aria-invalid': invalid ? 'true' : undefined,
  'aria-required': required ? 'true' : undefined,
});
