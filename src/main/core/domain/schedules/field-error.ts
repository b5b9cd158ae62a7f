/** One thing wrong with what a person entered: the field by its own key, and a sentence that says what to do. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}
