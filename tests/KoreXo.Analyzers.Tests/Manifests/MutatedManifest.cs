using System.Text;

namespace KoreXo.Analyzers.Tests.Manifests;

/// <summary>A manifest with everything that a manifest may have, whole, cut off and damaged.</summary>
internal static class MutatedManifest
{
    public const string Whole = """
        // who we are
        {
          "$schema": "scopes.schema.json", /* for editors */
          "app": "b\u006ft \"1\"",
          "scopes": ["files:read", "users:read",],
          "credentials": {
            "user": [ "search", // found
              "Bot Definition > Bot Import"
            ],
            "bot": [],
          },
          "reserved": ["admin"],
        }
        """;

    // What damages JSON most.
    private const string Alphabet = "{}[],:\"\\/*-+.0123456789eEtfnu aA\n\r\t\u0001\uFEFF\uD83D\uDE00é";

    public static IEnumerable<string> Prefixes => Enumerable.Range(0, Whole.Length + 1).Select(static length => Whole[..length]);

    public static IEnumerable<string> Random(int count)
    {
        var random = new Random(20_260_727);
        for (var run = 0; run < count; run++)
        {
            var text = new StringBuilder(Whole);
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                Change(text, random);
            }

            yield return text.ToString();
        }
    }

    private static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        var other = Alphabet[random.Next(Alphabet.Length)];
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
                break;
            case 1:
                text.Insert(at, other);
                break;
            case 2:
                text[at] = other;
                break;
            default:
                text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 20), text.Length - at)));
                break;
        }
    }
}
