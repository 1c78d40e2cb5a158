package dev.camelentrata.sandbox;

/** Makes up the records of one family of kinds. */
interface RecordMaker {

  void make(Making making);
}
