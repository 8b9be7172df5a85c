using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>Compares what two readers found in a document.</summary>
internal static class ReadingComparer
{
    /// <param name="file">The document's file.</param>
    /// <param name="written">The document as it was written.</param>
    /// <param name="document">The document in its normal form.</param>
    /// <param name="own">What the generator reads.</param>
    /// <param name="other">What NSwag reads.</param>
    public static IEnumerable<Disagreement> Compare(string file, SpecNode written, SpecDocument document, ReadFacts own, ReadFacts other)
    {
        var places = written["swagger"] is null ? null : new KoreXo.OpenApi.Text.SpecPlaces(written);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in own.All.Concat(other.All.Where(fact => own.Find(fact.Subject) is null)))
        {
            // If something is missing or of another kind, all of its parts are missing too, so they are not reported.
            if (ReadFacts.Around(fact.Subject) is { } around && told.Contains(around))
            {
                told.Add(fact.Subject);
                continue;
            }

            var (ours, theirs) = (own.Find(fact.Subject)?.Value, other.Find(fact.Subject)?.Value);
            if (ours == theirs)
            {
                continue;
            }

            // If one reader sees a body and the other does not, everything in the body differs as well, and one line says it. If they
            // only disagree on whether it is required, its content can still be compared.
            if (ours is not (ReadFacts.Required or ReadFacts.Optional) || theirs is null)
            {
                told.Add(fact.Subject);
            }

            var disagreement = new Disagreement(fact.Subject, ours, theirs, PlaceOf(file, document.Root, places, own, fact.Subject));
            yield return disagreement with
            {
                Reason = KnownDifferences.ReasonOf(disagreement, new WrittenPlace(written, disagreement.Place.Pointer)),
            };
        }
    }

    /// <summary>
    /// Returns the location of a subject; for one that only NSwag sees, that of the closest one around it that the generator sees.
    /// </summary>
    private static SpecPlace PlaceOf(string file, SpecNode root, KoreXo.OpenApi.Text.SpecPlaces? places, ReadFacts own, string subject)
    {
        for (var at = subject; at is not null; at = ReadFacts.Around(at))
        {
            if (own.Find(at) is { } fact && root.Find(fact.Pointer) is { } node)
            {
                // The normal form of Swagger 2.0 has other pointers.
                return new SpecPlace(node.Source ?? file, node.Line + 1, places?.PointerAt(node.Line, node.Column) ?? fact.Pointer);
            }
        }

        return new SpecPlace(file, 1, "");
    }
}
