import { createRoot } from 'react-dom/client';
import { App } from './App';
import { createAppStore } from './app-store';
import { withEarlyAnswers } from './early-answers';
import './styles/base.css';

const { bridge, firstRows } = withEarlyAnswers(window.tocsin);
const app = createAppStore(bridge, firstRows);
createRoot(document.querySelector('#root')!).render(<App app={app} />);
