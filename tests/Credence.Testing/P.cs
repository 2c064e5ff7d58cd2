namespace Credence.Testing; internal static class Placeholder;
