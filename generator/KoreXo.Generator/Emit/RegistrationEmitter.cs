using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>The registration of a document's client with dependency injection.</summary>
internal static class RegistrationEmitter
{
    public static SourceText Emit(EmitContext context)
    {
        var writer = SourceFile.Begin("Microsoft.Extensions.DependencyInjection");
        var name = context.Document.ClientName;
        var client = TypeText.Qualified(name, context);
        var collection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
        var builder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
        var configure = "global::System.Action<global::KoreXo.KoreXoClientOptions>";
        writer.Line($$"""
            /// <summary>Registers <see cref="{{client}}"/>.</summary>
            {{SourceFile.GeneratedCode}}
            {{context.Document.Accessibility}} static class {{context.Document.Namespace.Replace(".", "").Replace("@", "")}}{{name}}ServiceCollectionExtensions
            {
                /// <summary>Registers the client as a singleton.</summary>
                /// <param name="services">The services.</param>
                /// <param name="configure">Sets the options.</param>
                /// <returns>The builder of the client's named <see cref="global::System.Net.Http.HttpClient"/>, for handlers, proxies and certificates.</returns>
                public static {{builder}} Add{{name}}(this {{collection}} services, {{configure}} configure) =>
                    global::KoreXo.Runtime.ClientRegistration.Add(services, null, configure, static connection => new {{client}}(connection));

                /// <summary>Registers a named client as a keyed singleton; two names share nothing.</summary>
                /// <param name="services">The services.</param>
                /// <param name="name">The key to resolve the client by.</param>
                /// <param name="configure">Sets the options.</param>
                /// <returns>The builder of the client's named <see cref="global::System.Net.Http.HttpClient"/>, for handlers, proxies and certificates.</returns>
                public static {{builder}} Add{{name}}(this {{collection}} services, string name, {{configure}} configure) =>
                    global::KoreXo.Runtime.ClientRegistration.Add(services, name, configure, static connection => new {{client}}(connection));
            }
            """);
        return writer.ToSourceText();
    }
}
