using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Credence.Record.Tests.Web;

/// <summary>One endpoint of a host under one method, as the host itself has it: a page that is new is tested without being named.</summary>
internal sealed record Route(HttpMethod Method, RouteEndpoint Endpoint)
{
    private static readonly HttpMethod[] Questions = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Options, HttpMethod.Trace];

    public string Pattern => $"/{Endpoint.RoutePattern.RawText?.TrimStart('/')}";

    /// <summary>Whether one has to be signed in.</summary>
    public bool IsInside => Endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null;

    public bool IsQuestion => Questions.Contains(Method);

    /// <summary>Whether its handler looks at the token of the form itself.</summary>
    public bool LooksItself => Endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    /// <summary>Whether an id is part of the address or of the form.</summary>
    public bool TakesAnId => Parameters.Any(IsId) || Queries.Count > 0 || TakesAWholeForm || Fields.Any(asked => IsId(asked.ParameterType));

    public bool TakesANumber => Parameters.Any(parameter => Policies(parameter).Any(policy => policy is "long" or "int"));

    /// <summary>Ids that a question may carry behind its address.</summary>
    public IReadOnlyList<string> Queries => !IsQuestion ? [] :
    [
        .. from asked in Endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []
           where IsId(asked.ParameterType) && Parameters.All(parameter => parameter.Name != asked.Name)
           select asked.Name,
    ];

    /// <summary>Whether its handler reads the fields itself, so that only its page says which there are.</summary>
    public bool TakesAWholeForm => Fields.Any(asked => asked.ParameterType == typeof(IFormCollection));

    /// <summary>Its address, with this id also in each place behind it.</summary>
    public IEnumerable<string> Addresses(Guid id, long number = 1) => Queries.Count == 0 ? [Address(id, number)] : Queries.Select(name => $"{Address(id, number)}?{name}={id}");

    private IReadOnlyList<RoutePatternParameterPart> Parameters => Endpoint.RoutePattern.Parameters;

    private IEnumerable<ParameterInfo> Fields =>
        Endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Where(parameter => parameter.GetCustomAttribute<FromFormAttribute>() is not null) ?? [];

    public static IEnumerable<Route> Of(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(method => new Route(new HttpMethod(method), endpoint));

    /// <summary>Its address, with these values where one is asked for.</summary>
    public string Address(Guid id, long number = 1) => "/" + string.Join('/', Endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter when IsId(parameter) => id.ToString(),
        RoutePatternParameterPart parameter when Policies(parameter).Any(policy => policy is "long" or "int") => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        RoutePatternParameterPart { IsCatchAll: true } => "nothing-here",
        _ => "x",
    }))));

    /// <summary>Its form, with this id where one is asked for, and something harmless elsewhere.</summary>
    public IEnumerable<(string Name, string Value)> Form(Guid id) => Fields
        .Where(field => field.ParameterType != typeof(IFormCollection))
        .Select(field => (field.Name!, IsId(field.ParameterType) ? id.ToString() : Harmless(field.ParameterType)));

    public override string ToString() => $"{Method} {Pattern}";

    private static string Harmless(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Harmless(inner)
        : type == typeof(string) ? "x"
        : type == typeof(bool) ? "false"
        : type.IsEnum ? Enum.GetNames(type)[0]
        : "1";

    private static bool IsId(RoutePatternParameterPart parameter) => Policies(parameter).Contains("guid");

    private static bool IsId(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(Guid);

    private static IEnumerable<string?> Policies(RoutePatternParameterPart parameter) => parameter.ParameterPolicies.Select(policy => policy.Content);
}
