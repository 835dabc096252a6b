/** A fault of ours in one page takes that page and nothing else. */
import { Component, type ReactNode } from 'react';
import { t } from '../strings/strings.ts';
import { Page } from '../ui/page.tsx';

export class PageFault extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Page title={t.state.fault} lead={t.state.faultText}>
        <p>
          <code>{error.message}</code>
        </p>
        <p>
          <button type="button" onClick={() => window.location.reload()}>
            {t.state.loadAgain}
          </button>
        </p>
      </Page>
    );
  }
}
