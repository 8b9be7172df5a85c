using System.Globalization;
using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Reads the requests that the service sends to the application: the webhooks of a document, and the callbacks of its operations.
/// </summary>
internal sealed class WebhookReader(SpecDocument document, SchemaReader schemas, OperationFilter filter)
{
    private readonly NameScope _names = ReservedNames.InWebhooks();
    private readonly List<WebhookModel> _found = [];

    public List<WebhookModel> Read(IReadOnlyList<OperationSite> operations)
    {
        foreach (var webhook in document.Webhooks)
        {
            AddAll(webhook, webhook.Template, isWanted: false);
        }

        foreach (var site in operations)
        {
            foreach (var callback in document.Callbacks(site.Operation))
            {
                AddAll(callback, site.Id + CSharpName.Pascal(callback.Template), isWanted: true);
            }
        }

        return _found;
    }

    private void AddAll(SpecPath path, string id, bool isWanted)
    {
        foreach (var request in document.Operations(path))
        {
            if (isWanted || filter.Selects(id, request.Node.Strings("tags")))
            {
                Add(request, id);
            }
        }
    }

    private void Add(SpecOperation request, string id)
    {
        if (request.Body?.Content.Find(static media => MediaType.IsJson(media.Type)) is not { Node: not null } media)
        {
            document.Report(
                SpecRules.Unsupported,
                request.Node,
                request.Pointer,
                $"The webhook '{id}', which has no JSON body,",
                "it has no reader; read its request yourself"
            );
            return;
        }

        var name = _names.Take(CSharpName.Pascal(id), CSharpName.Pascal(request.Verb.ToLowerInvariant()));
        _found.Add(
            new WebhookModel(
                id,
                name,
                HttpVerb.Method(request.Verb),
                schemas.Read(media.Schema, name + "Webhook"),
                Response(request, name),
                request.Node.String("summary") ?? request.Node.String("description") ?? "",
                request.Node.Boolean("deprecated") == true
            )
        );
    }

    /// <summary>Returns the response that acknowledges the request, if the document describes a body for it.</summary>
    private WebhookResponse? Response(SpecOperation request, string name)
    {
        foreach (var response in request.Responses.Where(static response => response.Status is ['2', _, _] or "default"))
        {
            if (response.Content.Find(static media => MediaType.IsJson(media.Type)) is { Node: not null } media)
            {
                return new WebhookResponse(
                    schemas.Read(media.Schema, name + "WebhookResponse"),
                    int.TryParse(response.Status, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 200,
                    MediaType.Concrete(media.Type, "application/json")
                );
            }
        }

        return null;
    }
}
