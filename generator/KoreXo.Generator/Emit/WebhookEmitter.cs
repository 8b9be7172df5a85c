using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the readers of requests that the service sends to the application.</summary>
internal static class WebhookEmitter
{
    public static SourceText Emit(EmitContext context)
    {
        var writer = SourceFile.Begin(context.Document.Namespace, context.CancellationToken);
        writer.Tag("summary", $"The requests that {context.Document.Title} sends to the application.");
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{context.Document.Accessibility} static class {context.Document.Stem}Webhooks"))
        {
            foreach (var webhook in context.Document.Webhooks)
            {
                Emit(writer, webhook, context);
                writer.Gap();
            }
        }

        return writer.ToSourceText();
    }

    private static void Emit(SourceWriter writer, WebhookModel webhook, EmitContext context)
    {
        var body = TypeText.Qualified(webhook.Type, context);
        var type = webhook.Response is { } answer
            ? $"global::KoreXo.Webhook<{body}, {TypeText.Qualified(answer.Type, context)}>"
            : $"global::KoreXo.Webhook<{body}>";
        var written = webhook.Response is { } response
            ? $", {CodecText.Of(response.Type, context)}, {Literal.Number(response.Status)}, {Literal.Quote(response.MediaType)}"
            : "";
        var (id, verb) = (Literal.Quote(webhook.Id), Literal.Quote(webhook.Verb));
        writer.Summary(webhook.Description, $"Reads the request '{webhook.Id}'.");
        writer.Line($"[global::KoreXo.ApiWebhook({id}, {verb})]");
        writer.Obsolete(webhook.IsDeprecated);
        writer.Line($"public static {type} {webhook.Name} {{ get; }} = new({id}, {verb}, {CodecText.Of(webhook.Type, context)}{written});");
    }
}
