import { createRoot } from 'react-dom/client';
import { App } from './App';
import { createAppStore } from './app-store';
import { withEarlyAnswers } from './early-answers';
import './styles/base.css';

const app = createAppStore(withEarlyAnswers(window.tocsin));
createRoot(document.querySelector('#root')!).render(<App app={app} />);
