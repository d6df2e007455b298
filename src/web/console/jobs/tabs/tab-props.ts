/** Props of every tab of the job page. */
export interface TabProps {
  /** Id of the job. */
  id: string;
}
