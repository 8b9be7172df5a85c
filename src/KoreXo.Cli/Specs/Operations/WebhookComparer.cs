using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Compares the requests that the service sends (webhooks): which are removed or added, and their bodies and responses.</summary>
internal static class WebhookComparer
{
    public static IEnumerable<ChangeDraft> Compare(Comparison context)
    {
        var old = ByKey(context.Old.Document);
        var @new = ByKey(context.New.Document);
        foreach (var (_, webhook) in old.Where(entry => !@new.ContainsKey(entry.Key)))
        {
            yield return Draft(webhook, $"The webhook {Say.Code(webhook.Id)} is removed.") with
            {
                Left = Uses(webhook),
                Impact = Impact.Source,
            };
        }

        foreach (var (_, webhook) in @new.Where(entry => !old.ContainsKey(entry.Key)))
        {
            yield return Draft(webhook, $"The webhook {Say.Code(webhook.Id)} is added.") with
            {
                Came = Uses(webhook),
            };
        }

        foreach (var (key, after) in @new)
        {
            if (old.TryGetValue(key, out var before))
            {
                foreach (var what in Changes(before, after))
                {
                    yield return Draft(after, what) with
                    {
                        Left = Uses(before),
                        Came = Uses(after),
                    };
                }
            }
        }

        ChangeDraft Draft(WebhookModel webhook, string what) =>
            new(ChangeKind.Webhook, webhook.Id, what)
            {
                Members = [$"{context.New.Document.Stem}Webhooks.{webhook.Name}"],
                Place = context.NewPlaces.Webhook(webhook) ?? context.OldPlaces.Webhook(webhook) ?? context.NewPlaces.Document,
            };
    }

    private static IEnumerable<string> Changes(WebhookModel before, WebhookModel after)
    {
        if (before.Type != after.Type)
        {
            yield return $"The body changes from {Say.Code(before.Type)} to {Say.Code(after.Type)}.";
        }

        var (from, to) = (before.Response, after.Response);
        if (from?.Type != to?.Type)
        {
            yield return $"The response changes from {Say.Code(from?.Type, "nothing")} to {Say.Code(to?.Type, "nothing")}.";
        }
        else if (from != to)
        {
            yield return $"The response is {to!.Status} with {Say.Code(to.MediaType)} instead of {from!.Status} with {Say.Code(from.MediaType)}.";
        }

        if (before.IsDeprecated != after.IsDeprecated)
        {
            yield return after.IsDeprecated ? "It is deprecated." : "It is no longer deprecated.";
        }
    }

    private static Dictionary<(string Id, string Verb), WebhookModel> ByKey(DocumentModel document) =>
        document
            .Webhooks.GroupBy(static webhook => (webhook.Id, webhook.Verb))
            .ToDictionary(static same => same.Key, static same => same.First());

    private static List<TypeRef?> Uses(WebhookModel webhook) => [webhook.Type, webhook.Response?.Type];
}
