/// One run from paths to findings.
package enum Audit {}
