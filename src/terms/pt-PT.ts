import type { Terms } from "./en.ts";
import { brazilian } from "./pt-BR.ts";

/** Portuguese as in Portugal, Angola, Mozambique: what differs from Brazil. */
export const portuguese: Terms = {
  ...brazilian,
  contents: "Índice",
  contact: "Contacto",
  backCover: "Contracapa",
  next: "Seguinte",
  wholePamphlet: "Todo o folheto numa só página",
  downloads: "Ficheiros para descarregar",
  scanForMeeting: "Digitalize o código para guardar a reunião na agenda",
  toPrint: "Para imprimir em casa",
  forPrintShop: "Para a tipografia",
  pamphletFile: "para ler no ecrã",
  bookletFile: "para imprimir, dobrar e agrafar",
  shortEdge: "a impressora vira pela margem curta",
  longEdge: "a impressora vira pela margem longa",
  testFold:
    "Imprima as duas páginas deste ficheiro numa só folha, dobre-a ao meio com a seta para fora e para cima e abra-a como uma brochura.",
  testReads: "A letra que fica direita à esquerda, A ou B, indica que ficheiro serve para a sua impressora.",
  testUpright: "Está direita à esquerda? Então imprima",
  testFed: "Virou o papel à mão? Então imprima as frentes, volte a pôr a pilha no tabuleiro e imprima os versos.",
  testByHand: "A sua impressora só imprime de um lado?",
  testRefeed: "Imprima a página 1, volte a pôr a folha no tabuleiro e imprima a página 2. Lembre-se de como a pôs.",
  testOrder:
    "Com várias folhas, veja se o primeiro verso fica atrás da primeira frente; se não, imprima os versos por ordem inversa.",
  testAsItCameOut: "Volte a pôr a pilha como pôs esta folha.",
  testTurned: "Volte a pôr a pilha ao contrário, com meia volta.",
  imposedFile: "folhas para dobrar, coser ou cortar",
  foldTest: "folha de teste: como se dobra ou se corta",
  pressFile: "para a tipografia",
  pressCoverFile: "para a tipografia: a capa",
  largePrintFile: "em letra grande, A4",
  epubFile: "para leitores digitais e telemóveis",
  sumsFile: "somas de verificação destes ficheiros, para sha256sum --check",
  notFoundWays: "Talvez o endereço esteja errado ou a página tenha mudado de lugar. Todos os textos estão no índice.",
  website: "Sítio na Internet",
  saveDate: "Guardar a data",
  allOnOnePage: "Tudo numa página",
  accessibleText:
    "Texto por ordem de leitura, com títulos e com índice e notas com ligações. A letra e as cores são escolha de quem lê.",
};
